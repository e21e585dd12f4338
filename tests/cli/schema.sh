# SPDX-License-Identifier: MIT
"$PETIK" schema | sed -n '1p; /^## points/,/^| `number/p; /^## terms/,/^| `title/p'
"$PETIK" schema markdown | cmp - <("$PETIK" schema) && echo same
"$PETIK" schema json-schema | jq -c '[.["$schema"], .additionalProperties, (.required | length), .properties.points.items.properties.force]'
"$PETIK" schema datapackage | jq -c '.resources[] | select(.name == "repeats") | [.path, .schema.primaryKey, .schema.foreignKeys]'
"$PETIK" schema datasette | jq -c '.databases | keys'
"$PETIK" schema datasette --db some/berita.utama.db | jq -c '.databases | keys'
"$PETIK" schema -o out.md && "$PETIK" schema | cmp - out.md && echo same
status "$PETIK" schema json
status "$PETIK" schema jsonschema
status "$PETIK" schema zzzzzzzz
status "$PETIK" schema markdown datasette
status "$PETIK" schema -o no/such/file
"$PETIK" schema >/dev/full
echo "exit $?"
