#pragma once

#include "article.h"

namespace pullquote::entities {

/// The longest entry of the lexicon that starts at a token.
struct Phrase {
  std::uint32_t size = 0;   // tokens; 0 where there is none
  std::uint32_t names = 0;  // NameClass bits
};
[[nodiscard]] Phrase longest_phrase(const Article& article, TokenRange range);

}  // namespace pullquote::entities
