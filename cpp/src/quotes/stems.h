#pragma once

#include <cstdint>
#include <string_view>

namespace pullquote::quotes {

/// The hash of a lower-cased word without the ending that a verb or plural takes; irregular verbs of speech and thought
/// give that of their base form. Crude by intent: it need only send the forms of one verb to one number.
[[nodiscard]] std::uint64_t stem_of(std::string_view lower);

/// The base form of an irregular verb of speech or thought, or nothing.
[[nodiscard]] std::string_view irregular_base(std::string_view lower);

}  // namespace pullquote::quotes
