name_1 =  <<-E-1
%{/* c */if null ~}%{~ for e , local in null 
}'
%%{~ endfor ~}/*'b c

%{/* c */endif /* { " */ ~}${
  1.5}
  E-1
