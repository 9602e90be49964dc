a = "x %{~ if b ~} y %{~ else ~} z %{~ endif ~} w"
