# SPDX-License-Identifier: MIT
"$PETIK" 2>&1 >/dev/null | sed -n '/^Usage/p'
exit ${PIPESTATUS[0]}
