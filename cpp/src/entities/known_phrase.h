#pragma once

#include "article.h"

namespace pullquote::entities {

/// The longest entry of the lexicon that starts at a token.
struct KnownPhrase {
  std::uint32_t size = 0;   // tokens; 0 where there is none
  std::uint32_t names = 0;  // NameClass bits
};
[[nodiscard]] KnownPhrase longest_phrase(const Article& article, TokenRange range);

}  // namespace pullquote::entities
