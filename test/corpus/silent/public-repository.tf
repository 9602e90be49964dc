resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  catalog_data {
    about_text        = "An app"
    operating_systems = ["Linux"]
  }
}
