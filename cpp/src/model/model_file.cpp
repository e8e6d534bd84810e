#include "model/model_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <limits>
#include <stdexcept>

#include "checksum.h"
#include "mapping.h"
#include "model/bytes.h"
#include "pullquote/error.h"

namespace pullquote::model {

namespace {

// The first byte is not ASCII and the last ones are two kinds of line end: a transfer as text shows at once.
constexpr std::array<unsigned char, 8> kMagic = {0xF0, 'P', 'Q', 'M', 'O', 'D', '\r', '\n'};
constexpr std::size_t kHeaderSize = 32;
constexpr std::size_t kNameSize = 16;
constexpr std::size_t kRowSize = kNameSize + 24;
constexpr std::size_t kAlignment = 64;

struct Section {
  std::string name;
  std::span<const std::byte> bytes;
};

std::size_t align(std::size_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

bool is_section_name(std::string_view name) {
  return !name.empty() && name.size() <= kNameSize &&
         std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~'; });
}

[[noreturn]] void refuse(const std::string& what, const std::string& where) {
  throw Error(ErrorCode::kModelCorrupt, what, where, "build or install the model again");
}

std::string read_name(std::span<const std::byte> row, const std::string& where) {
  std::string name(kNameSize, '\0');
  std::memcpy(name.data(), row.data(), kNameSize);
  const auto end = std::min(name.find('\0'), kNameSize);
  const bool padded = name.find_first_not_of('\0', end) == std::string::npos;
  name.resize(end);
  if (!padded || !is_section_name(name)) refuse("the model file names a section in a way it should not", where);
  return name;
}

std::vector<Section> read_sections(std::span<const std::byte> file, const std::string& where) {
  if (file.empty()) refuse("the model file is empty", where);
  if (file.size() < kHeaderSize) refuse("the model file is cut short", where);
  if (std::memcmp(file.data(), kMagic.data(), kMagic.size()) != 0) refuse("this is not a model file", where);
  const auto version = load<std::uint32_t>(file, 8);
  if (version != kFormatVersion) {
    throw Error(ErrorCode::kModelVersion,
                "the model file has format " + std::to_string(version) + ", this version of pullquote reads format " +
                    std::to_string(kFormatVersion),
                where, "install the model and the library of one release");
  }
  const std::size_t count = load<std::uint32_t>(file, 12);
  if (load<std::uint64_t>(file, 16) != file.size()) refuse("the model file does not have the size it states", where);
  if (count > (file.size() - kHeaderSize) / kRowSize) refuse("the model file states more sections than fit", where);
  const auto table = file.subspan(kHeaderSize, count * kRowSize);
  if (load<std::uint64_t>(file, 24) != checksum(table)) refuse("the model file's table of sections is damaged", where);

  std::vector<Section> sections;
  sections.reserve(count);
  std::uint64_t end = kHeaderSize + table.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto row = table.subspan(i * kRowSize, kRowSize);
    auto name = read_name(row, where);
    const auto offset = load<std::uint64_t>(row, kNameSize);
    const auto size = load<std::uint64_t>(row, kNameSize + 8);
    // In ascending order, so that the checksums below read no byte twice whatever the table states.
    if (offset % kAlignment != 0 || offset < end || offset > file.size() || size > file.size() - offset) {
      refuse("section \"" + name + "\" lies outside the model file", where);
    }
    end = offset + size;
    const auto bytes = file.subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(size));
    if (load<std::uint64_t>(row, kNameSize + 16) != checksum(bytes))
      refuse("section \"" + name + "\" is damaged", where);
    sections.push_back({std::move(name), bytes});
  }
  std::vector<std::string_view> names;
  for (const auto& section : sections) names.push_back(section.name);
  std::sort(names.begin(), names.end());
  if (std::adjacent_find(names.begin(), names.end()) != names.end())
    refuse("the model file has a section twice", where);
  return sections;
}

}  // namespace

struct ModelFile::Impl {
  std::string name;
  std::unique_ptr<const Mapping> mapping;
  std::vector<std::byte> copy;
  std::vector<Section> sections;

  [[nodiscard]] const Section* find(std::string_view section) const {
    const auto found =
        std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.name == section; });
    return found == sections.end() ? nullptr : &*found;
  }
};

ModelFile ModelFile::open(const std::filesystem::path& path) {
  auto impl = std::make_shared<Impl>();
  impl->name = path.string();
  impl->mapping = std::make_unique<const Mapping>(path);
  impl->sections = read_sections(impl->mapping->bytes(), impl->name);
  return ModelFile(std::move(impl));
}

ModelFile ModelFile::from_bytes(std::vector<std::byte> bytes, std::string name) {
  auto impl = std::make_shared<Impl>();
  impl->name = std::move(name);
  impl->copy = std::move(bytes);
  impl->sections = read_sections(impl->copy, impl->name);
  return ModelFile(std::move(impl));
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
  const auto* const found = impl_->find(name);
  if (found == nullptr) refuse("the model file has no section \"" + std::string(name) + "\"", impl_->name);
  return found->bytes;
}

bool ModelFile::has_section(std::string_view name) const { return impl_->find(name) != nullptr; }

std::vector<std::string> ModelFile::section_names() const {
  std::vector<std::string> names;
  for (const auto& section : impl_->sections) names.push_back(section.name);
  return names;
}

const std::string& ModelFile::name() const { return impl_->name; }

void ModelWriter::add(std::string name, std::vector<std::byte> bytes) {
  if (!is_section_name(name))
    throw std::invalid_argument("a section needs a name of 1 to 16 printable ASCII characters");
  for (const auto& section : sections_) {
    if (section.first == name) throw std::invalid_argument("section \"" + name + "\" is there already");
  }
  sections_.emplace_back(std::move(name), std::move(bytes));
}

std::vector<std::byte> ModelWriter::bytes() const {
  std::vector<const std::pair<std::string, std::vector<std::byte>>*> sorted;
  for (const auto& section : sections_) sorted.push_back(&section);
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });

  std::vector<std::byte> file(kHeaderSize + sorted.size() * kRowSize);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto& [name, bytes] = *sorted[i];
    const auto row = kHeaderSize + i * kRowSize;
    const auto offset = align(file.size());
    file.resize(offset);
    file.insert(file.end(), bytes.begin(), bytes.end());
    std::memcpy(file.data() + row, name.data(), name.size());
    store<std::uint64_t>(file, row + kNameSize, offset);
    store<std::uint64_t>(file, row + kNameSize + 8, bytes.size());
    store<std::uint64_t>(file, row + kNameSize + 16, checksum(bytes));
  }
  std::memcpy(file.data(), kMagic.data(), kMagic.size());
  store<std::uint32_t>(file, 8, kFormatVersion);
  store<std::uint32_t>(file, 12, static_cast<std::uint32_t>(sorted.size()));
  store<std::uint64_t>(file, 16, file.size());
  store<std::uint64_t>(file, 24, checksum(std::span(file).subspan(kHeaderSize, sorted.size() * kRowSize)));
  return file;
}

void ModelWriter::save(const std::filesystem::path& path) const {
  const auto file = bytes();
  auto beside = path;
  beside += ".part";
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
  out.close();
  if (!out) throw std::runtime_error("cannot write " + beside.string());
  std::filesystem::rename(beside, path);
}

}  // namespace pullquote::model
