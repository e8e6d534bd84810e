#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/flag_table.h"
#include "pullquote/document.h"

// Which country a name, a demonym or a capital stands for. A table of the model holds, for each lower-cased name, the
// codes of ISO 3166-1 packed into its flags; a look-up reads nothing else.

namespace pullquote::values {

/// One fact about a name.
struct Place {
  PlaceType type = PlaceType::kCountry;
  std::string country;  // alpha-2
  std::string alpha3;
  bool shared =
      false;  // also a place elsewhere ("Georgia", "Victoria"): counts only where the article speaks of the country
  friend bool operator==(const Place&, const Place&) = default;
};

class Places {
 public:
  Places() = default;
  explicit Places(model::FlagTable table) : table_(table) {}
  /// By the lower-cased name, without a leading "the".
  [[nodiscard]] std::optional<Place> find(std::string_view lower) const;

 private:
  model::FlagTable table_;
};

/// The flags of a name in the table. Codes are two and three capital letters.
[[nodiscard]] std::uint32_t pack(const Place& place);

}  // namespace pullquote::values
