ünï_1 /* { " */ ="\n% %{~ for each , data in !  true ~}%[ for b in true }%{~ endfor ~}${~
false~}%{~ endfor }[={é${~- /* { " */ null
~}"
null_2 = endif # c
