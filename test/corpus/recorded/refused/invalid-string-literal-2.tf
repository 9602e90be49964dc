dynamic "${x}" lbl {}

