a = <<EOT
%{ for x in y ~}
server ${x.address}
%{ if x.active ~}
active
%{ endif ~}
%{ endfor ~}
EOT
