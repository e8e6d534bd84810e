#include "values/places.h"

#include "letters.h"

namespace pullquote::values {

namespace {

// alpha-2 in bits 0 to 9, alpha-3 in bits 10 to 24, the type above them, then what is shared.
constexpr unsigned kAlpha3 = 10;
constexpr unsigned kType = 25;
constexpr std::uint32_t kShared = 1u << 27;
constexpr std::uint32_t kPlace = 1u << 28;  // so that no flags are 0

}  // namespace

std::uint32_t pack(const Place& place) {
  return pack_letters(place.country) | pack_letters(place.alpha3) << kAlpha3 |
         static_cast<std::uint32_t>(place.type) << kType | (place.shared ? kShared : 0) | kPlace;
}

std::optional<Place> Places::find(std::string_view lower) const {
  const auto flags = table_.find(lower);
  const auto type = (flags >> kType) & 3;
  // A model file may hold anything.
  if ((flags & kPlace) == 0 || type >= kPlaceTypeNames.size()) return std::nullopt;
  Place place{static_cast<PlaceType>(type), unpack_letters(flags, 2), unpack_letters(flags >> kAlpha3, 3),
              (flags & kShared) != 0};
  if (place.country.empty() || place.alpha3.empty()) return std::nullopt;
  return place;
}

}  // namespace pullquote::values
