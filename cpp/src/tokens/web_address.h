#pragma once

#include <cstddef>
#include <string_view>

namespace pullquote::tokens {

/// End of the web address, bare domain or e-mail address that starts at `begin`, or `begin` where none does.
/// `chunk_end` is where the next white space stands. Looks ahead by a bounded number of bytes unless it finds one.
[[nodiscard]] std::size_t web_address_end(std::string_view view, std::size_t begin, std::size_t chunk_end);

/// True where a chunk without white space could hold such an address at all.
[[nodiscard]] bool may_hold_web_address(std::string_view chunk);

}  // namespace pullquote::tokens
