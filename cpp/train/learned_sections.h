#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pullquote::train {

/// The fingerprint of the features that a section must have been learned with to be of use to this build; nothing for
/// sections of lists, which go with any features.
[[nodiscard]] std::optional<std::uint64_t> fingerprint_for(std::string_view section);

}  // namespace pullquote::train
