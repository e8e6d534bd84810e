#include "pullquote/gazetteer.h"

#include <algorithm>
#include <bit>

#include "bytes.h"
#include "gazetteer_impl.h"

namespace pullquote {

namespace {

using gazetteer::read_array;
using gazetteer::write_array;

constexpr std::string_view kMagic = "PQGAZ";
constexpr char kVersion = 1;
// Which machines can read it.
constexpr char kOrder = std::endian::native == std::endian::little ? 'l' : 'b';
constexpr std::size_t kHeader = kMagic.size() + 3;

[[noreturn]] void fail(ErrorCode code, const char* what) {
  throw Error(code, what, "gazetteer", "make it again from the lists that it was made from");
}

bool are_sound(const Gazetteer::Impl& impl) {
  if (impl.ends.size() != 2 * impl.labels.size()) return false;
  if (!std::is_sorted(impl.ends.begin(), impl.ends.end())) return false;
  if (!impl.ends.empty() && impl.ends.back() != impl.strings.size()) return false;
  return std::all_of(impl.labels.begin(), impl.labels.end(), [](auto label) { return label < kLabelNames.size(); });
}

}  // namespace

std::size_t Gazetteer::entries() const { return impl_ ? impl_->labels.size() : 0; }
std::size_t Gazetteer::names() const { return impl_ ? impl_->names.size() : 0; }
std::size_t Gazetteer::patterns() const { return impl_ ? impl_->patterns.all().size() : 0; }
std::size_t Gazetteer::memory() const {
  return impl_ ? impl_->names.memory() + impl_->strings.size() + impl_->labels.size() +
                     impl_->ends.size() * sizeof(std::uint32_t)
               : 0;
}

std::string Gazetteer::to_bytes() const {
  std::string out(kMagic);
  out += {kVersion, kOrder, '\0'};
  if (!impl_) return out;
  write_array<std::uint8_t>(out, impl_->labels);
  write_array<std::uint32_t>(out, impl_->ends);
  write_array<char>(out, impl_->strings);
  impl_->names.write(out);
  for (const auto& pattern : impl_->patterns.all()) {
    write_array<std::uint32_t>(out, {&pattern.entry, 1});
    write_array<char>(out, pattern.text);
  }
  return out;
}

Gazetteer Gazetteer::from_bytes(std::string_view bytes) {
  if (bytes.size() < kHeader || !bytes.starts_with(kMagic)) fail(ErrorCode::kModelCorrupt, "not a gazetteer");
  if (bytes[kMagic.size()] != kVersion || bytes[kMagic.size() + 1] != kOrder) {
    fail(ErrorCode::kModelVersion, "a gazetteer of another version or for another kind of machine");
  }
  bytes.remove_prefix(kHeader);
  Gazetteer gazetteer;
  if (bytes.empty()) return gazetteer;
  auto impl = std::make_shared<Impl>();
  if (!read_array(bytes, impl->labels) || !read_array(bytes, impl->ends) || !read_array(bytes, impl->strings) ||
      !are_sound(*impl) || !impl->names.read(bytes, impl->labels.size())) {
    fail(ErrorCode::kModelCorrupt, "a gazetteer that is damaged");
  }
  while (!bytes.empty()) {
    std::vector<std::uint32_t> entry;
    std::string pattern;
    if (!read_array(bytes, entry) || entry.size() != 1 || entry[0] >= impl->labels.size() ||
        !read_array(bytes, pattern)) {
      fail(ErrorCode::kModelCorrupt, "a gazetteer that is damaged");
    }
    impl->patterns.add(pattern, entry[0]);
  }
  impl->patterns.finish();
  gazetteer.impl_ = std::move(impl);
  return gazetteer;
}

}  // namespace pullquote
