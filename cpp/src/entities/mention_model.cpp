#include "entities/mention_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include "entities/fingerprint.h"
#include "mention_labels.h"
#include "model/bytes.h"
#include "model/fingerprint.h"
#include "pullquote/error.h"

// Behind the fingerprint of its features:
//   u32 slope, u32 offset (bits of floats), u64 size of the gate, u64 size of the first chain, zeros up to 64 bytes;
//   then the gate, the first chain and the second, each from a multiple of 64 on

namespace pullquote::entities {

namespace {

constexpr std::size_t kHeaderSize = 64;
std::size_t align(std::size_t size) { return (size + 63) / 64 * 64; }

}  // namespace

MentionModel::MentionModel(std::span<const std::byte> section, std::string_view name) {
  const auto bytes = model::learned_with(fingerprint(), section, name);
  const auto require = [&](bool fine, const char* what) {
    if (!fine) throw Error(ErrorCode::kModelCorrupt, what, std::string(name), "build or install the model again");
  };
  require(bytes.size() >= kHeaderSize, "the model of mentions is cut short");
  calibration_.slope = std::bit_cast<float>(model::load<std::uint32_t>(bytes, 0));
  calibration_.offset = std::bit_cast<float>(model::load<std::uint32_t>(bytes, 4));
  require(std::isfinite(calibration_.slope) && std::isfinite(calibration_.offset),
          "the model of mentions has no calibration");
  std::uint64_t at = kHeaderSize;
  const auto part = [&](std::size_t number) {
    const auto size = model::load<std::uint64_t>(bytes, 8 + 8 * number);
    require(size <= bytes.size() && at <= bytes.size() - size, "the model of mentions is cut short");
    const auto out = bytes.subspan(static_cast<std::size_t>(at), static_cast<std::size_t>(size));
    at = align(static_cast<std::size_t>(at + size));
    return out;
  };
  gate_ = model::Weights(part(0), name);
  first_ = model::Crf(part(1), name);
  require(at <= bytes.size(), "the model of mentions is cut short");
  second_ = model::Crf(bytes.subspan(static_cast<std::size_t>(at)), name);
  require(gate_.width() == kGateLabels, "the model of mentions has a gate for other labels");
  require(first_.labels() == kTags && second_.labels() == kTags, "the model of mentions has other labels");
}

float MentionModel::confidence(float probability) const {
  const auto p = std::clamp(probability, 1e-6F, 1 - 1e-6F);
  return 1 / (1 + std::exp(-(calibration_.slope * std::log(p / (1 - p)) + calibration_.offset)));
}

std::vector<std::byte> MentionModel::build(std::span<const std::byte> gate, std::span<const std::byte> first,
                                           std::span<const std::byte> second, Calibration calibration) {
  std::vector<std::byte> bytes(kHeaderSize);
  model::store<std::uint32_t>(bytes, 0, std::bit_cast<std::uint32_t>(calibration.slope));
  model::store<std::uint32_t>(bytes, 4, std::bit_cast<std::uint32_t>(calibration.offset));
  model::store<std::uint64_t>(bytes, 8, gate.size());
  model::store<std::uint64_t>(bytes, 16, first.size());
  for (const auto part : {gate, first, second}) {
    bytes.resize(align(bytes.size()));
    bytes.insert(bytes.end(), part.begin(), part.end());
  }
  return model::with_fingerprint(fingerprint(), bytes);
}

}  // namespace pullquote::entities
