# SPDX-License-Identifier: MIT
cat >a.jsonl <<'EOF'
{"id": "s/1", "text": "Rapat digelar.", "other": [1, 2.5e-3, {"x": null, "y": [true, false]}], "url": null}

{"id": 42, "text": "Rapat digelar."}
{"id": null, "title": null, "text": "Rapat digelar."}
{"text": "Rapat \"digelar\" \u00e9 \ud83d\ude00 \/ \\."}
  { "id" : "space" , "text" : "Rapat digelar." }  
{"id": "first", "id": "last", "text": "Rapat digelar."}
{"html": "<p>Rapat digelar.</p>", "id": "html"}
EOF
printf '{"id": "crlf", "text": "Rapat digelar."}\r\n{"id": "no-line-feed", "text": "Rapat digelar."}' >>a.jsonl
printf '\xef\xbb\xbf{"id": "mark", "text": "Rapat digelar."}\n' >b.jsonl
"$PETIK" extract a.jsonl b.jsonl | sources
