# SPDX-License-Identifier: MIT
# Days and times that come with an article: other forms are read, what is none is told, and the text's own date counts then.
{
    printf '{"text": "Rapat digelar di kantor dinas, Selasa (15/10).", "published": "%s"}\n' \
        2024-10-16 2024-10-16T08:30:00+07:00 '2024/10/16 08:30' 'Rabu, 16 Oktober 2024' kemarin ''
} | "$PETIK" extract | grep -o '"published": {[^}]*}\|"message": "[^"]*"'
