#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/span.h"

// The text that the later stages read, and the one map that leads from it back to the caller's text.
//
// The view is valid UTF-8 in which what has many spellings has one, so that a rule or a feature need not know them:
//   spaces     every Unicode space is ' '; every line break (CRLF, CR, NEL, LS) is '\n', PS is "\n\n"
//   nothing    zero-width and bidirectional marks, soft hyphens, byte order marks, variation selectors, joiners, NUL
//   and
//              other controls vanish, but for U+0091 … U+0097: windows-1252 quotation marks and dashes, read as those
//   apostrophe ' between letters or digits, whatever was typed there (’ ʼ ` ´ ′), and where a word or year lost its
//              start (’em, ‘90s); ′ and ″ after a digit stay
//   quotation  double: " undirected, “ opening, ” closing (also from « », „ “, `` '', ‘‘ ’’, ,, << >>, 「 」, &quot;)
//              single: ' undirected, ‘ opening, ’ closing or a final apostrophe (also from ‚ ‘, ‹ ›, `…', 『 』)
//              A lone straight ' stays, unless a ` opened before it; « and » alone between spaces stay (menus).
//   entities   HTML character references that a scraper left are decoded, also when escaped twice
//   accents    canonical composition (NFC); invalid bytes and lone surrogates are U+FFFD, one for each code point
// Everything else is as it was.

namespace pullquote::text {

/// A half-open byte range of the view.
struct ViewRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(ViewRange, ViewRange) = default;
};

/// The most bytes that a text or its view may have, so that 32 bits always name a place in them.
inline constexpr std::size_t kLongestText = 0x7FFFFFFF;

/// One step of the map, up to the next one. Either a run of code points that take `view_width` bytes each in the view
/// and `byte_width` bytes each in the original (plain ASCII: 1 and 1), or, with widths of 0, a piece that stands as a
/// whole for a piece of the original: one composed letter, one HTML entity, or nothing at all.
struct MapStep {
  std::uint32_t view;        // first byte in the view
  std::uint32_t byte;        // first byte in the original
  std::uint32_t code_point;  // first code point in the original
  std::uint8_t view_width;
  std::uint8_t byte_width;
};

class Text {
 public:
  /// Takes any bytes; the bytes must outlive the Text. Linear in their number. Throws Error(kTextTooLong) where they or
  /// the view would be longer than kLongestText, and for nothing else.
  explicit Text(std::string_view original);

  [[nodiscard]] std::string_view original() const { return original_; }
  [[nodiscard]] std::string_view view() const { return view_; }
  [[nodiscard]] std::string_view view(ViewRange range) const {
    return std::string_view(view_).substr(range.begin, range.end - range.begin);
  }
  /// Code points of the original.
  [[nodiscard]] std::uint32_t size() const { return size_; }

  /// The code points of the original that a non-empty range of the view came from, from the first one's start to the
  /// last one's end. O(log n) in the number of places where the view departs from plain ASCII.
  [[nodiscard]] Span to_original(ViewRange range) const;

  /// The bytes of the original that a span of code points covers. O(log n) likewise, unless it starts or ends inside a
  /// piece, which is then walked.
  [[nodiscard]] std::string_view original(Span span) const;

 private:
  std::string_view original_;
  std::string view_;
  std::vector<MapStep> steps_;  // ascending, closed by one that stands at the end of both
  std::uint32_t size_ = 0;
};

}  // namespace pullquote::text
