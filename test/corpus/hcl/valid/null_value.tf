nothing = null
