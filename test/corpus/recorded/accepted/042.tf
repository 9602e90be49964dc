null_1 /* { " */ =[/*
*/for var ,/* c */a in 日本[-1] : // c
-/* c */[// c
] if [
  ]// c
] # c
