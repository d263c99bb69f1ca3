# What Doxygen is shown of a source. Copies, moves and comparisons that the language defines need no words.
s/^ .*(&& *\w*\) noexcept|= default);$//
# Its links lead to pages without regard to their sections, and to copies of the example programs.
s/(\]\([^)#]*\.md)#[^)]*\)/\1)/g
s#\]\((\.\./|examples/)([a-z_]+\.cpp)\)#](\2)#g
