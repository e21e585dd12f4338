# SPDX-License-Identifier: MIT
status "$PETIK" extract --jobs=many
status "$PETIK" extract --jobs -1
status "$PETIK" extract --progress=sometimes
for date in 2024 2024-13-01 2023-02-29 15-10-2024 2024-10-15T25:00 2024-10-15T09 '2024-10-15 09:00'; do
    status "$PETIK" extract --published "$date" 2>&1
done
for date in 2024-02-29 2024-10-15T09:00 2024-10-15T09:00:30Z 2024-10-15T09:00+07:00; do
    status "$PETIK" extract --published "$date"
done
