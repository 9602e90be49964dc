	name_1  ="%{~  if false ~}%%{=é[%{~ else }[[\u00e9$${ {endif ~}"   <  3.25e+4// "${
