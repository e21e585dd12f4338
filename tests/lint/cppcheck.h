/* SPDX-License-Identifier: MIT */
/* For cppcheck, which does not read jansson's header. (Given as -D, macros with parameters make it miscount those of others.) */
#define json_array_foreach(a, i, v) for (i = 0; i < json_array_size(a) && (v = json_array_get(a, i)) != 0; i++)
#define json_object_foreach(o, k, v) for (k = first_key(o); k && (v = json_object_get(o, k)) != 0; k = next_key(o, k))
