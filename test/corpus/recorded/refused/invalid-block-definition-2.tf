a E
 1