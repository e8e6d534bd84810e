#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pullquote/document.h"
#include "text/text.h"

// Tokens, sentences and sections of one text. All ranges are half-open; token ranges are indices into `tokens`.
//
// Tokens follow the English Universal Dependencies treebanks: clitics are split off (would|n't, Guaido|'s, can|not), a
// hyphenated word is split at its hyphens (oil|-|rich, 24|-|year|-|old), an abbreviation keeps its full stop.

namespace pullquote::tokens {

enum class TokenKind : std::uint8_t {
  kWord,         // letters, with the dots of abbreviations and initials: "Caracas", "U.S.", "Jan.", "O'Neill", "AT&T"
  kNumber,       // digits first: "1,000", "3.5", "10:30", "20th", "1990s", "2021-22"
  kClitic,       // "'s", "n't", "'re", and the bare "'" of a plural possessive
  kQuote,        // one quotation mark; apostrophes are never of this kind
  kPunctuation,  // the rest of P*: "," "." "..." "--" "—"
  kSymbol,       // "$", "%", emoji
  kUrl,          // web addresses and e-mail addresses
  kHandle,       // "@name"
  kHashtag,      // "#name"
};

/// Direction of a quotation mark where its glyph or its neighbours settle it.
enum class QuoteSide : std::uint8_t { kNone, kOpen, kClose, kEither };

struct Token {
  std::uint32_t begin = 0;  // bytes of the view
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kWord;
  QuoteSide side = QuoteSide::kNone;  // of a kQuote
  bool space_before = false;          // white space, or the start of a line, stands before it
  bool upper = false;                 // first letter is upper case
  bool all_upper = false;             // two letters or more, none of them lower case
  bool single_mark = false;           // a kQuote of the single family

  friend bool operator==(const Token&, const Token&) = default;
};

struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // one past
  [[nodiscard]] constexpr std::uint32_t size() const { return last - first; }
  [[nodiscard]] constexpr bool empty() const { return first == last; }
  [[nodiscard]] constexpr bool contains(std::uint32_t token) const { return first <= token && token < last; }
  [[nodiscard]] constexpr bool contains(TokenRange other) const { return first <= other.first && other.last <= last; }
  [[nodiscard]] constexpr bool overlaps(TokenRange other) const { return first < other.last && other.first < last; }
  friend constexpr bool operator==(TokenRange, TokenRange) = default;
};

struct Sentence {
  TokenRange tokens;
  std::uint32_t section = 0;
};

/// A headline, byline, dateline, paragraph, caption or boilerplate line. Never empty; they do not overlap, and each
/// token belongs to exactly one. A dateline is a section of its own before the paragraph that it opens.
struct Section {
  SectionKind kind = SectionKind::kParagraph;
  TokenRange tokens;
  TokenRange sentences;  // indices into `sentences`
};

struct TokenizedText {
  const text::Text* text = nullptr;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Section> sections;

  [[nodiscard]] std::string_view word(std::uint32_t token) const {
    return text->view({tokens[token].begin, tokens[token].end});
  }
  /// The caller's text from the first token's start to the last one's end.
  [[nodiscard]] Span span(TokenRange range) const {
    return text->to_original({tokens[range.first].begin, tokens[range.last - 1].end});
  }
};

/// The tokens alone of a text that is no article, such as a name of a list. Linear in the text.
[[nodiscard]] std::vector<Token> tokens_of(const text::Text& text);

/// Linear in the text. The Text must outlive the answer.
[[nodiscard]] TokenizedText analyse(const text::Text& text);

}  // namespace pullquote::tokens
