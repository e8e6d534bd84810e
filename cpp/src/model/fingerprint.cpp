#include "model/fingerprint.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/bytes.h"
#include "model/hash.h"
#include "pullquote/error.h"

//   8 bytes "features", u64 fingerprint, 48 zero bytes; then what was learned

namespace pullquote::model {

namespace {

constexpr std::size_t kHeaderSize = 64;
constexpr std::array kMark = {'f', 'e', 'a', 't', 'u', 'r', 'e', 's'};

bool has_fingerprint(std::span<const std::byte> section) {
  return section.size() >= kHeaderSize && std::memcmp(section.data(), kMark.data(), kMark.size()) == 0;
}

std::string hexadecimal(std::uint64_t number) {
  std::string digits(16, '0');
  for (auto place = digits.rbegin(); place != digits.rend(); ++place, number >>= 4) {
    *place = "0123456789abcdef"[number & 15];
  }
  return digits;
}

}  // namespace

void Fingerprint::add(std::span<const std::uint64_t> features) {
  std::uint64_t sum = features.size();
  for (const auto feature : features) sum += mix(1, feature);
  value_ = mix(value_, sum);
}

std::vector<std::byte> with_fingerprint(std::uint64_t fingerprint, std::span<const std::byte> learned) {
  std::vector<std::byte> section(kHeaderSize + learned.size());
  std::memcpy(section.data(), kMark.data(), kMark.size());
  store<std::uint64_t>(section, kMark.size(), fingerprint);
  std::copy(learned.begin(), learned.end(), section.begin() + kHeaderSize);
  return section;
}

std::span<const std::byte> without_fingerprint(std::span<const std::byte> section) {
  return has_fingerprint(section) ? section.subspan(kHeaderSize) : section;
}

std::span<const std::byte> learned_with(std::uint64_t fingerprint, std::span<const std::byte> section,
                                        std::string_view name) {
  if (!has_fingerprint(section)) {
    throw Error(ErrorCode::kModelCorrupt, "the section does not say with which features it was learned",
                std::string(name), "build or install the model again");
  }
  const auto found = load<std::uint64_t>(section, kMark.size());
  if (found != fingerprint) {
    throw Error(ErrorCode::kModelVersion,
                "the section was learned with other features (fingerprint " + hexadecimal(found) +
                    ") than this version of pullquote has (" + hexadecimal(fingerprint) + ")",
                std::string(name),
                "install the version of pullquote that the model was made with, or train the model again: `pullquote "
                "train` makes one of your own, `./dev train` the one that is shipped");
  }
  return section.subspan(kHeaderSize);
}

}  // namespace pullquote::model
