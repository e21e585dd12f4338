# SPDX-License-Identifier: MIT
# --since and --until with a day, a month or a year, both ends count; --outlet, --direct, --unique, --limit and all together.
outlets
for days in "--since 2025" "--since 2024-11" "--since 2024-11-15" "--until 2024" "--until 2024-10" "--until 2024-10-07" "--until 2024-10-06" \
            "--since 2024-10-08 --until 2024-10-09" "--since 2025-03 --until 2025-03" "--since 2025-03-12 --until 2025-03-12" "--since 2026" \
            "--since 2025 --until 2024"; do
    told said $days
    told officials Wali Kota Pasuruan $days
done
told points --since 2025-03
for bad in 2024-13 2024-10-32 2023-02-29 24 2024-1 2024/10/15 oktober "" 2024-10-15T09:00 " 2024" 2024-; do
    told said --since="$bad"
done
told said --until=kemarin
told officials --until=2024-99
told said --outlet kabartimur
told said --outlet "Kabar Timur"
told said --outlet kabar --since 2025
told said --outlet tidakada
told said --outlet %
told said Hendra Wicaksana --direct
told said --unique Hendra Wicaksana
told said --unique --direct Pj Wali Kota Pasuruan
told said --limit 2
told said --limit 0 --since 2025-03
told said --limit 1 --unique --direct --since 2024-11 --outlet warta Hendra Wicaksana
for bad in -1 1.5 x "" 99999999999; do told said --limit="$bad" ; done
told points --force prohibition
told points --topic neutral --limit 3
told points --topic %
told points --limit 1 --unique
