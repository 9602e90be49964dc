module "repo" {
  for_each = toset(["a", "b"])
  source   = "./modules/repo"
  name     = "team/${each.key}"
  policy   = each.key == "a" ? file("${path.root}/modules/repo/a.json") : null
}
