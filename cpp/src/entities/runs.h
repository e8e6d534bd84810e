#pragma once

#include <vector>

#include "article.h"

namespace pullquote::entities {

/// A stretch of capitalised words that may be one name.
struct Piece {
  TokenRange tokens;
  bool titled = false;   // a title or an honorific stands before it
  bool initial = false;  // starts where a capital says nothing
};

/// The longest entry of the lexicon that starts at a token.
struct Phrase {
  std::uint32_t size = 0;   // tokens; 0 where there is none
  std::uint32_t names = 0;  // NameClass bits
};
[[nodiscard]] Phrase longest_phrase(const Article& article, TokenRange range);

/// Runs of capitalised words with the small words inside them, cut into pieces that are one name each: titles and
/// honorifics are left out, a nationality or a country before an organisation or a person stands alone.
[[nodiscard]] std::vector<Piece> find_pieces(const Article& article);

}  // namespace pullquote::entities
