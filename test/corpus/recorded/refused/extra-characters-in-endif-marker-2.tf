  resource "$${x}" "" {
  } # c
	for_1/* c */=<<-EOT
%x EOT#x EOT'{%{~if else( # c "{
b...// c
) }${2E-2 ~}%{~  if "s" ~}
%{~  endif}%{~ endif /* { " */   EOT
