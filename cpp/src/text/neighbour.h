#pragma once

#include <cstdint>
#include <string_view>

// What stands beside a quotation mark, and what that says about it. Private to this stage.

namespace pullquote::text {

enum class Side : std::uint8_t {
  kSpace,    // or the edge of the text
  kWord,     // letters, numbers, and what is read with them: currency, #, @, emoji
  kOpener,   // ( [ { “ ¿
  kCloser,   // ) ] } ” and what ends a clause: . , ; : ! ?
  kNeutral,  // dashes, slashes, straight marks, an ellipsis: may stand on either side
};

struct Neighbour {
  char32_t code_point;  // 0 at the edge
  Side side;
};

[[nodiscard]] Neighbour neighbour_before(std::string_view view, std::size_t at);
[[nodiscard]] Neighbour neighbour_after(std::string_view view, std::size_t at);

/// Letters of scripts that put an apostrophe inside words, and digits. Chinese or Thai run words together without
/// spaces, so a mark between two of their letters still opens or closes.
[[nodiscard]] bool joins(Neighbour side);

struct Surroundings {
  Neighbour before;
  Neighbour after;

  [[nodiscard]] bool joined() const { return joins(before) && joins(after); }

  /// A mark without a direction opens here, or closes here; of two neutral sides both are true.
  [[nodiscard]] bool may_open() const {
    return (before.side == Side::kSpace || before.side == Side::kOpener || before.side == Side::kNeutral) &&
           (after.side == Side::kWord || after.side == Side::kOpener || after.side == Side::kNeutral);
  }
  [[nodiscard]] bool may_close() const {
    if (before.side == Side::kSpace) return after.side == Side::kCloser;
    return before.side != Side::kOpener && after.side != Side::kWord && after.side != Side::kOpener;
  }
  [[nodiscard]] bool opens() const { return may_open() && !may_close(); }
  [[nodiscard]] bool closes() const { return may_close() && !may_open(); }

  /// So clear that even a mark of the other direction must be meant this way.
  [[nodiscard]] bool surely_opens() const {
    return (before.side == Side::kSpace || before.side == Side::kOpener) && after.side == Side::kWord;
  }
  [[nodiscard]] bool surely_closes() const {
    return (before.side == Side::kWord || (before.side == Side::kCloser && before.code_point != U':')) &&
           (after.side == Side::kSpace || after.side == Side::kCloser);
  }
};

[[nodiscard]] inline Surroundings surroundings(std::string_view view, std::size_t begin, std::size_t end) {
  return {neighbour_before(view, begin), neighbour_after(view, end)};
}

}  // namespace pullquote::text
