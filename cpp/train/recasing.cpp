#include "recasing.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace pullquote::train {

namespace {

bool stays_small(std::string_view word) {
  constexpr std::array<std::string_view, 24> kSmall = {"a",    "an",   "and",  "as",  "at", "but", "by", "for",
                                                       "from", "in",   "into", "nor", "of", "on",  "or", "over",
                                                       "per",  "than", "the",  "to",  "up", "via", "vs", "with"};
  return std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
}

// Calls `take` with each word and with what stands between words.
template <class Take>
void each_piece(std::string_view utf8, const Take& take) {
  const auto in_word = [](char32_t c) {
    return text::is_letter(c) || text::is_digit(c) || c == U'\'' || c == U'\u2019';
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const auto start = at;
    const bool word = in_word(text::decode(utf8, at).code_point);
    while (at < utf8.size()) {
      const auto next = text::decode(utf8, at);
      if (in_word(next.code_point) != word) break;
      at += next.length;
    }
    take(utf8.substr(start, at - start), word);
  }
}

std::string title_case(std::string_view utf8) {
  std::string out;
  bool first = true;
  each_piece(utf8, [&](std::string_view piece, bool word) {
    if (!word || (!first && stays_small(piece))) {
      out += piece;
      return;
    }
    const auto length = text::decode(piece, 0).length;
    out += text::to_upper(piece.substr(0, length));
    out += piece.substr(length);
    first = false;
  });
  return out;
}

}  // namespace

std::string recased(std::string_view utf8, std::span<const Span> spans, Casing casing) {
  std::string out;
  std::size_t at = 0;
  std::uint32_t character = 0;
  const auto next = [&](std::uint32_t until) {
    const auto start = at;
    for (; character < until && at < utf8.size(); ++character) at += text::decode(utf8, at).length;
    return utf8.substr(start, at - start);
  };
  for (const auto span : spans) {
    out += next(span.start);
    const auto piece = next(span.end);
    out += casing == Casing::kUpper   ? text::to_upper(piece)
           : casing == Casing::kTitle ? title_case(piece)
                                      : text::to_lower(piece);
  }
  out += utf8.substr(at);
  return out;
}

}  // namespace pullquote::train
