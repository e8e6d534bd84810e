#include "syntax/lexical.h"

#include <algorithm>
#include <string_view>

#include "model/flag_table.h"

namespace pullquote::syntax {

namespace {

// Runs of like characters, three bits each, after the kind of token and the side of a quotation mark.
std::uint32_t shape_of(std::string_view word, const tokens::Token& token) {
  enum : std::uint32_t { kUpper = 1, kLower, kDigit, kLetterBeyondAscii, kOther };
  constexpr std::size_t kSingly = 3;  // characters that count one by one
  constexpr std::size_t kMostRuns = 7;
  std::uint32_t shape = static_cast<std::uint32_t>(token.kind) << 2 | static_cast<std::uint32_t>(token.side);
  std::uint32_t last = 0;
  std::size_t runs = 0;
  for (std::size_t i = 0; i < word.size() && runs < kMostRuns; ++i) {
    const char c = word[i];
    std::uint32_t kind = kOther;
    if (c >= 'a' && c <= 'z') kind = kLower;
    if (c >= 'A' && c <= 'Z') kind = kUpper;
    if (c >= '0' && c <= '9') kind = kDigit;
    if (static_cast<unsigned char>(c) >= 0x80) kind = kLetterBeyondAscii;
    if (kind == last && i >= kSingly) continue;
    shape = (shape << 3) | kind;
    last = kind;
    ++runs;
  }
  return shape;
}

std::uint32_t first_bytes(std::string_view word) {
  std::uint32_t bytes = 0;
  for (std::size_t i = std::min<std::size_t>(word.size(), 4); i-- > 0;) {
    bytes = (bytes << 8) | static_cast<unsigned char>(word[i]);
  }
  return bytes;
}

std::uint32_t last_bytes(std::string_view word) {
  std::uint32_t bytes = 0;
  for (std::size_t i = word.size() - std::min<std::size_t>(word.size(), 4); i < word.size(); ++i) {
    bytes = (bytes << 8) | static_cast<unsigned char>(word[i]);
  }
  return bytes;
}

}  // namespace

std::vector<LexicalWord> lexical_words(const tokens::TokenizedText& text, const features::Words& words,
                                       const features::Clusters& clusters) {
  std::vector<LexicalWord> out(text.tokens.size());
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    const auto word = text.word(i);
    const auto lower = words.lower(i);
    out[i] = {.word = model::hash64(lower),
              .head = first_bytes(lower),
              .tail = last_bytes(lower),
              .shape = shape_of(word, text.tokens[i]),
              .cluster = clusters.find(word, lower)};
  }
  return out;
}

bool is_capitalised(const tokens::TokenizedText& text, tokens::TokenRange sentence) {
  std::size_t capitals = 0;
  std::size_t others = 0;
  for (auto i = sentence.first; i < sentence.last; ++i) {
    const auto& token = text.tokens[i];
    if (token.upper) {
      ++capitals;
    } else if (token.kind == tokens::TokenKind::kWord) {
      ++others;
    }
  }
  return capitals > 3 * others;
}

}  // namespace pullquote::syntax
