#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "view_builder.h"

// The first of two passes: every character by itself. Private to this stage.

namespace pullquote::text {

/// A view that is final but for its quotation marks and apostrophes.
struct Draft {
  ViewBuilder text;
  /// Where one of those may stand (its first byte in the view), ascending. Straight ones are left out unless doubled.
  std::vector<std::uint32_t> marks;
};

/// Decodes, drops what is invisible, unifies spaces and line breaks, and composes (NFC).
[[nodiscard]] Draft read_characters(std::string_view original);

}  // namespace pullquote::text
