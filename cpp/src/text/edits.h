#pragma once

#include <cstdint>
#include <vector>

#include "view_builder.h"

// Changes to a view whose map is already drawn. Private to this stage.

namespace pullquote::text {

/// Bytes of a draft that one character replaces.
struct Edit {
  std::uint32_t begin;
  std::uint32_t end;
  char32_t with;
};

/// The draft (closed) with the edits made; each new character stands for all that its bytes stood for.
[[nodiscard]] ViewBuilder apply_edits(const ViewBuilder& draft, const std::vector<Edit>& edits);

}  // namespace pullquote::text
