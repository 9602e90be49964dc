dynamic "a b" { x = "% true1 ~}/*é//%{endif ~}" }

