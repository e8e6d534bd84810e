#pragma once

#include <cstdint>

#include "view_builder.h"

// Canonical composition (Unicode's NFC, UAX #15) of a view while it is written. Private to this stage.
//
// A character before which NFC has a boundary composes with nothing to its left. So the text falls into segments, each
// of such a character and the marks after it, that can be normalised one by one. A segment is looked at only if it has
// something that NFC may change; where it does change, it becomes one piece of the map, since marks that are reordered
// or absorbed have no place of their own. A segment is cut after kLongestSegment marks, as UAX #15 does in its
// stream-safe format (natural text stays below 30): reordering n marks costs n² in the worst case, and this keeps the
// whole linear.

namespace pullquote::text {

class Composer {
 public:
  explicit Composer(ViewBuilder& out) : out_(out) {}

  /// To be called before `c` is written.
  void before(char32_t c) {
    // Below U+0300 nothing composes to the left or changes by itself; nor does general punctuation once the spaces are
    // gone.
    if (c < 0x300 || (c >= 0x2010 && c <= 0x2060)) {
      settle();
    } else {
      before_other(c);
    }
  }
  /// Normalises what is pending; to be called at the end, and before text that is known not to compose.
  void settle() {
    if (pending_) normalise();
  }

 private:
  void before_other(char32_t c);
  void normalise();

  static constexpr unsigned kLongestSegment = 30;

  ViewBuilder& out_;
  bool pending_ = false;
  unsigned marks_ = 0;
  std::uint32_t segment_ = 0;  // where the pending segment starts in the view
};

}  // namespace pullquote::text
