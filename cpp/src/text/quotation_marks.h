#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "edits.h"

// The second of two passes: what each quotation mark and apostrophe means. Private to this stage.

namespace pullquote::text {

/// Decides the marks that stand at the ascending places `marks` of `view`. The edits ascend and do not overlap.
[[nodiscard]] std::vector<Edit> settle_marks(std::string_view view, const std::vector<std::uint32_t>& marks);

}  // namespace pullquote::text
