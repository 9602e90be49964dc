	name_1/* c */=  "%{~ for else , !endif in -"" }%{~ endfor ~}"/* c */
