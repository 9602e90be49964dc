a_1 /* { " */ =/* c */{/*
*/for foo-bar in (/*
*/true1.日本.*// c
) : [[1,2].for[null][""].*
,/*
*/b// c
, local(2E-2,
  true # c "{
)]=>/*
*/A9-()... if -e(for...// c
)
  }

