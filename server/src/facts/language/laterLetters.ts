/**
 * Letters and marks of current Unicode that names in Terraform's language cannot have: the scanner of HCL 2 uses the
 * tables of an older Unicode (9.0), and of the joiners U+200C and U+200D accepts neither. Source: every code point of
 * ID_Continue in Unicode 17, tested with HashiCorp's parser. Read 2026-11-30. Ranges may contain unassigned code
 * points.
 */
export const LATER_LETTERS = `
560 588 5ef 7fd 860-89f 8b5 8be-8d3 9fc-9fe afa-aff b55 c04 c3c c5c-c5d cdc-cdd cf3-d00 d04 d3b-d3c d81 e86 e89 e8c
e8e-e93 e98 ea0 ea8-ea9 eac eba ece 170d 1715-171f 180f 1878 1abf-1aeb 1b4c 1c89-1cbf 1cf7 1cfa 1df6-1dfa 200c-200d
2c2f 2c5f 30fb 312e-312f 31bb-31bf 4db6-4dbf 9fd6-9fff a7af a7b8-a7f6 a82c a8fe-a8ff ab66-ab69 ff65 1032d-1032f
10570-105f3 10780-107ba 10940-10959 10a34-10a35 10d00-10ff6 11070-11075 110c2 11144-11147 111c9 111ce-111cf
1123f-11241 1133b 11380-113e2 1145e-11461 116b8 116d0-116e3 1171a 11740-1183a 11900-11abf 11b60-11bf9 11d00-11fb0
12f90-12ff0 1342f-143fa 16100-16139 16a70-16ac9 16d40-16ed3 16f45-16f4f 16f7f-16f87 16fe1-16ff6 187ed-187ff
18af3-1affe 1b002-1b2fb 1ccf0-1cf46 1df00-1df2a 1e030-1e7fe 1e94b 1fbf0-1fbf9 2a6d7-2a6df 2b735-2b73f 2cea2-2ee5d
30000-33479`;

/** Letters that used to be marks: a name can contain them, but not begin with them. */
export const LATER_FIRST_LETTERS = '1cf2-1cf3';
