variable "a" {
  type = map(object({
    b = optional(list(string), [])
    c = tuple([number, bool])
  }))
}
