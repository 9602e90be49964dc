  if_1=- /* { " */ {
  (false
   ==007) =endif(
for... )}
