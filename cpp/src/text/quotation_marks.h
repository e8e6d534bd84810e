#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "view_builder.h"

// The second of two passes: what each quotation mark and apostrophe means. Private to this stage.

namespace pullquote::text {

/// Bytes of a draft that one character replaces.
struct Edit {
  std::uint32_t begin;
  std::uint32_t end;
  char32_t with;
};

/// Decides the marks that stand at the ascending places `marks` of `view`. The edits ascend and do not overlap.
[[nodiscard]] std::vector<Edit> settle_marks(std::string_view view, const std::vector<std::uint32_t>& marks);

/// The draft (closed) with the edits made; each new character stands for all that its bytes stood for.
[[nodiscard]] ViewBuilder apply_edits(const ViewBuilder& draft, const std::vector<Edit>& edits);

}  // namespace pullquote::text
