#pragma once

#include <cstddef>
#include <string_view>

// HTML character references, which scrapers leave in the text. Private to this stage.

namespace pullquote::text {

struct Reference {
  char32_t code_point = 0;
  std::size_t length = 0;  // bytes, all of them ASCII; 0: there is no reference here
};

/// Reads the reference that starts with the '&' at `at`: named, decimal or hexadecimal, closed by ';'. One that was
/// escaped twice ("&amp;quot;") is read whole. Looks at a bounded number of bytes.
[[nodiscard]] Reference read_reference(std::string_view bytes, std::size_t at);

}  // namespace pullquote::text
