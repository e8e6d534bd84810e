#include "entities/mention_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include "mention_labels.h"
#include "model/bytes.h"
#include "pullquote/error.h"

//   u32 slope, u32 offset (bits of floats), u64 size of the first chain, the first chain, zero bytes up to a multiple
//   of 16, the second chain

namespace pullquote::entities {

namespace {

constexpr std::size_t kHeaderSize = 16;
std::size_t align(std::size_t size) { return (size + 15) / 16 * 16; }

}  // namespace

MentionModel::MentionModel(std::span<const std::byte> bytes, std::string_view name) {
  const auto require = [&](bool fine, const char* what) {
    if (!fine) throw Error(ErrorCode::kModelCorrupt, what, std::string(name), "build or install the model again");
  };
  require(bytes.size() >= kHeaderSize, "the model of mentions is cut short");
  calibration_.slope = std::bit_cast<float>(model::load<std::uint32_t>(bytes, 0));
  calibration_.offset = std::bit_cast<float>(model::load<std::uint32_t>(bytes, 4));
  require(std::isfinite(calibration_.slope) && std::isfinite(calibration_.offset),
          "the model of mentions has no calibration");
  const auto size = model::load<std::uint64_t>(bytes, 8);
  const auto rest = bytes.subspan(kHeaderSize);
  require(size <= rest.size() && align(static_cast<std::size_t>(size)) <= rest.size(),
          "the model of mentions is cut short");
  const auto first = static_cast<std::size_t>(size);
  first_ = model::Crf(rest.first(first), name);
  second_ = model::Crf(rest.subspan(align(first)), name);
  require(first_.labels() == kTags && second_.labels() == kTags, "the model of mentions has other labels");
}

float MentionModel::confidence(float probability) const {
  const auto p = std::clamp(probability, 1e-6F, 1 - 1e-6F);
  return 1 / (1 + std::exp(-(calibration_.slope * std::log(p / (1 - p)) + calibration_.offset)));
}

std::vector<std::byte> MentionModel::build(std::span<const std::byte> first, std::span<const std::byte> second,
                                           Calibration calibration) {
  std::vector<std::byte> bytes(kHeaderSize);
  model::store<std::uint32_t>(bytes, 0, std::bit_cast<std::uint32_t>(calibration.slope));
  model::store<std::uint32_t>(bytes, 4, std::bit_cast<std::uint32_t>(calibration.offset));
  model::store<std::uint64_t>(bytes, 8, first.size());
  bytes.insert(bytes.end(), first.begin(), first.end());
  bytes.resize(kHeaderSize + align(first.size()));
  bytes.insert(bytes.end(), second.begin(), second.end());
  return bytes;
}

}  // namespace pullquote::entities
